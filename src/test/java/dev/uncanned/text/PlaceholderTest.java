package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {

  @Test
  void knowsItsOwnTokensAndNoWords() {
    for (Placeholder placeholder : Placeholder.values()) {
      assertThat(Placeholder.isPlaceholder(placeholder.token())).isTrue();
    }
    assertThat(Placeholder.FIRST.token()).isEqualTo("⟨FIRST⟩");
    assertThat(Placeholder.isPlaceholder("first")).isFalse();
    assertThat(Placeholder.isPlaceholder("")).isFalse();
  }
}
