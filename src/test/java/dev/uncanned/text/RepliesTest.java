package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepliesTest {

  private static final Path REPLIES = Path.of("../shared/data/replies/crisp");

  /** Replies that are cut elsewhere than the tests of their project say, and why. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "email_15",
          "there the text below a device line is cut, here a device line is one only at the end",
          "email_not_a_signature",
          "there 'Sincerely, Super Domain Name Manager' counts as text, here as sign-off",
          "email_unquoted_reply",
          "there 'On Nov 26, 2013 you wrote:' counts as header, here as text: letters cite like that");

  @Test
  void cutsRealRepliesToWhatTheirSendersWrote() throws IOException {
    assumeTrue(Files.isDirectory(REPLIES), "no replies in " + REPLIES);
    Map<String, String> kept = kept();
    List<String> wrong = new ArrayList<>();
    int total = 0;
    try (Stream<Path> files = Files.list(REPLIES)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".txt", "");
        String reply = Files.readString(file);
        total++;
        String expected = words(expected(reply, kept.getOrDefault(name, "1-5")));
        if (!words(QuoteStripper.strip(reply)).equals(expected)) {
          wrong.add(name);
        }
      }
    }
    assertThat(total).isEqualTo(90);
    assertThat(wrong).containsExactlyInAnyOrderElementsOf(OTHERWISE.keySet());
    assertThat(total - wrong.size()).isGreaterThanOrEqualTo(85);
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String expected(String reply, String ranges) {
    List<String> lines = reply.lines().toList();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean quoted = lines.get(i).strip().startsWith(">");
      if (!quoted
          && (ranges.equals("all") || ranges.equals("unquoted") || contains(ranges, i + 1))) {
        out.append(lines.get(i)).append('\n');
      }
    }
    return out.toString();
  }

  private static boolean contains(String ranges, int line) {
    for (String range : ranges.split(",")) {
      String[] ends = range.split("-");
      if (line >= Integer.parseInt(ends[0]) && line <= Integer.parseInt(ends[1])) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> kept() throws IOException {
    Map<String, String> kept = new HashMap<>();
    try (InputStream in = RepliesTest.class.getResourceAsStream("/text/replies.tsv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      table
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> kept.put(line.split("\t")[0], line.split("\t")[1]));
    }
    return kept;
  }
}
