package dev.uncanned.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Knows by their subjects the mails that programs write by themselves, in many languages.
 *
 * <p>The resource {@code archive/auto-subjects.txt} has the lists and says how they are compared.
 */
final class AutoSubjects {

  private static final String RESOURCE = "/archive/auto-subjects.txt";
  private static final Map<String, List<String>> LISTS = load();

  private AutoSubjects() {}

  /** Whether a subject is that of an automatic reply; null is none. */
  static boolean isReply(String subject) {
    if (subject == null) {
      return false;
    }
    String normal = normal(subject);
    return LISTS.get("begins").stream().anyMatch(begin -> beginsWith(normal, begin))
        || LISTS.get("ends").stream().anyMatch(normal::endsWith);
  }

  /** Whether a subject is that of an answer to an invitation; null is none. */
  static boolean isMeetingAnswer(String subject) {
    String normal = subject == null ? "" : normal(subject);
    return LISTS.get("meeting").stream().anyMatch(normal::startsWith);
  }

  /** Whether the words stand in front, and the last of them ends there. */
  private static boolean beginsWith(String subject, String words) {
    int end = words.length();
    return subject.startsWith(words)
        && (subject.length() == end
            || !Character.isLetterOrDigit(words.charAt(end - 1))
            || !Character.isAlphabetic(subject.codePointAt(end))
            || Character.isIdeographic(words.charAt(end - 1)));
  }

  private static String normal(String subject) {
    return CollapsedText.of(subject).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> lists = new HashMap<>();
    try (InputStream in = AutoSubjects.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(": ");
        if (colon > 0 && !line.startsWith("#")) {
          lists
              .computeIfAbsent(line.substring(0, colon), list -> new ArrayList<>())
              .add(line.substring(colon + 2).strip());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
    return lists;
  }
}
