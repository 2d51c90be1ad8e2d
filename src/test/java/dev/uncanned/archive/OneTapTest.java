package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OneTapTest {

  private static final OneTap ONE_TAP = OneTap.load();

  private static boolean matches(String text, String name) {
    return ONE_TAP.matches(text, List.of(Contact.of(name, null, null)));
  }

  @Test
  void findsBeginningOfNameThatIsLongerThanText() {
    String rest = " of the Society of Friends of the Long Names of This World";
    assertThat(matches("Congrats Jane!", "Jane Doe" + rest)).isTrue();
    assertThat(matches("Congrats Jane Doe!", "Jane Doe" + rest)).isTrue();
    assertThat(matches("Jane, congrats!", "Jane Doe" + rest)).isTrue();
    assertThat(matches("Congrats Peter!", "Jane Doe" + rest)).isFalse();
  }

  @Test
  void findsNoNameThatIsAsLongAsText() {
    assertThat(matches("Jane Doe", "Jane Doe")).isFalse();
    assertThat(matches("Jane D", "Jane Doe")).isFalse();
    assertThat(matches("Jane", "J")).isFalse();
  }

  @Test
  @Timeout(120)
  void comparesNameOfMegabytesInLinearTime() {
    String name = "Jane " + "x ".repeat(4_000_000);
    assertThat(matches("Congrats Jane!", name)).isTrue();
    assertThat(matches("What does it cost?", name)).isFalse();
  }
}
