package dev.uncanned.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntityConfigTest {

  @Test
  void namesKeyValueAndRange() {
    assertThat(EntityConfig.defaults()).isEqualTo(new EntityConfig(true, 20));
    assertThatThrownBy(() -> new EntityConfig(true, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fills is 2, but must be 3 to 1000");
    assertThatThrownBy(() -> new EntityConfig(false, 1001))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noFinderReadsNoLanguage() {
    assertThat(EntityFinder.NONE.find("Maria lives in Berlin", "en")).isNull();
  }
}
