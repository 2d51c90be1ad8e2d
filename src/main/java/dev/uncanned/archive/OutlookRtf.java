package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bbottema.rtftohtml.OutlookRtfToHtmlConverter;

/**
 * Unpacks the text that Outlook stores as compressed RTF ([MS-OXRTFCP]) and makes HTML of it.
 *
 * <p>Where the RTF is an envelope around HTML ([MS-OXRTFEX]), that HTML comes out. Java-libpst can
 * unpack it too, but trusts the size that the data claim and decodes by the platform's charset.
 */
final class OutlookRtf {

  private static final int HEAD_BYTES = 16;
  private static final int COMPRESSED = 0x75465A4C;
  private static final int PLAIN = 0x414C454D;
  private static final int WINDOW = 4096;
  private static final int MAX_BYTES = Budgets.OUTLOOK_RTF_BYTES;

  /** The window starts with this text, [MS-OXRTFCP] 2.1.2.1. */
  private static final byte[] DICTIONARY =
      ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
              + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0"
              + "\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
          .getBytes(StandardCharsets.US_ASCII);

  private final byte[] in;
  private byte[] out;
  private int length;

  private OutlookRtf(byte[] in) {
    this.in = in;
    this.out = new byte[Math.min(MAX_BYTES, Math.max(64, 4 * in.length))];
  }

  /** The RTF of compressed bytes, as far as it goes; empty if they are none. */
  static byte[] unpacked(byte[] bytes) {
    if (bytes == null || bytes.length < HEAD_BYTES) {
      return new byte[0];
    }
    int kind = int32(bytes, 8);
    if (kind == PLAIN) {
      return Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
    }
    return kind == COMPRESSED ? new OutlookRtf(bytes).unpack() : new byte[0];
  }

  /** Whether the RTF is an envelope around HTML. */
  static boolean holdsHtml(byte[] rtf) {
    int head = Math.min(rtf.length, 1 << 12);
    return new String(rtf, 0, head, StandardCharsets.ISO_8859_1).contains("\\fromhtml");
  }

  /**
   * The text as HTML.
   *
   * @throws RuntimeException and StackOverflowError if the converter gives up
   */
  static String html(byte[] rtf) {
    return OutlookRtfToHtmlConverter.INSTANCE.toHtml(rtf);
  }

  private byte[] unpack() {
    byte[] window = Arrays.copyOf(DICTIONARY, WINDOW);
    int write = DICTIONARY.length;
    int at = HEAD_BYTES;
    while (at < in.length && length < MAX_BYTES) {
      int controls = in[at++];
      for (int bit = 0; bit < 8 && at < in.length; bit++) {
        if ((controls >> bit & 1) == 0) {
          window[write] = in[at];
          write = (write + 1) % WINDOW;
          put(in[at++]);
          continue;
        }
        if (at + 1 >= in.length) {
          return Arrays.copyOf(out, length);
        }
        int token = (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
        at += 2;
        int read = token >> 4;
        if (read == write) {
          return Arrays.copyOf(out, length);
        }
        for (int n = (token & 0xF) + 2; n > 0; n--) {
          window[write] = window[read];
          put(window[read]);
          read = (read + 1) % WINDOW;
          write = (write + 1) % WINDOW;
        }
      }
    }
    return Arrays.copyOf(out, length);
  }

  private void put(byte b) {
    if (length == out.length) {
      out = Arrays.copyOf(out, 2 * out.length);
    }
    out[length++] = b;
  }

  private static int int32(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }
}
