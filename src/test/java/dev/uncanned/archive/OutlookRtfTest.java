package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OutlookRtfTest {

  /** The two examples of [MS-OXRTFCP] 4. */
  private static final String HELLO =
      "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d"
          + "0a800fa0";

  private static final String CROSSING =
      "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0";

  @Test
  void unpacksExamplesOfSpecification() {
    assertThat(unpacked(HELLO)).isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    assertThat(unpacked(CROSSING)).isEqualTo("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
  }

  @Test
  void unpacksWhatIsThereOfCutBytes() {
    byte[] whole = HexFormat.of().parseHex(HELLO);
    for (int length = 0; length < whole.length; length++) {
      String text =
          new String(
              OutlookRtf.unpacked(Arrays.copyOf(whole, length)), StandardCharsets.ISO_8859_1);
      assertThat("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n").startsWith(text);
    }
  }

  @Test
  void takesNoSizeOnTrust() {
    byte[] lying = HexFormat.of().parseHex(HELLO);
    Arrays.fill(lying, 4, 7, (byte) 0xFF);
    lying[7] = 0x7F;
    assertThat(OutlookRtf.unpacked(lying)).hasSize(43);
    assertThat(OutlookRtf.unpacked(null)).isEmpty();
    assertThat(OutlookRtf.unpacked(new byte[40])).isEmpty();
  }

  private static String unpacked(String hex) {
    return new String(
        OutlookRtf.unpacked(HexFormat.of().parseHex(hex)), StandardCharsets.ISO_8859_1);
  }
}
