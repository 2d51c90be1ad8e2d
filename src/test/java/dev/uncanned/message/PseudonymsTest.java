package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static Pseudonyms keyed(int first) {
    byte[] key = new byte[Pseudonyms.KEY_BYTES];
    key[0] = (byte) first;
    return new Pseudonyms(key);
  }

  @Test
  void samePersonAndKeyGiveTheSamePseudonym() {
    assertThat(keyed(1).of("mail:ann@x.com"))
        .isEqualTo(keyed(1).of("mail:ann@x.com"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void anotherKeyGivesAnotherPseudonym() {
    assertThat(keyed(1).of("mail:ann@x.com")).isNotEqualTo(keyed(2).of("mail:ann@x.com"));
    assertThat(keyed(1).keyId()).isNotEqualTo(keyed(2).keyId());
  }

  @Test
  void survivesTheWayToATask() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(keyed(3));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Pseudonyms) in.readObject()).of("p")).isEqualTo(keyed(3).of("p"));
    }
  }

  @Test
  void refusesAShortKey() {
    assertThatThrownBy(() -> new Pseudonyms(new byte[16])).hasMessageContaining("32 bytes");
  }
}
