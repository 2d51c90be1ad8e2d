package dev.uncanned.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the folders of sent mail, incoming mail and drafts by their names in several languages.
 *
 * <p>Names are compared in lower case, NFC, with {@code _ - .} read as spaces. Of a Maildir++
 * folder such as {@code .INBOX.Sent} the last part counts.
 */
final class MailFolderNames {

  private static final String RESOURCE = "/archive/mail-folders.txt";
  private static final Map<String, Set<String>> NAMES = load();

  private MailFolderNames() {}

  static boolean isSent(String folder) {
    return is("sent", folder);
  }

  static boolean isDrafts(String folder) {
    return is("drafts", folder);
  }

  /** Whether a label of this name marks chats, spam or deleted mail. */
  static boolean isExcluded(String label) {
    return is("chats", label) || is("spam", label) || is("trash", label);
  }

  /** Whether a folder of this name makes the folder above it a mailbox. */
  static boolean isTopOfMailbox(String folder) {
    return is("sent", folder) || is("inbox", folder);
  }

  private static boolean is(String role, String folder) {
    String name = folder.startsWith(".") ? folder.substring(folder.lastIndexOf('.') + 1) : folder;
    return NAMES.getOrDefault(role, Set.of()).contains(normal(name));
  }

  private static String normal(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return CollapsedText.of(lower.replace('_', ' ').replace('-', ' ').replace('.', ' '));
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> names = new HashMap<>();
    try (InputStream in = MailFolderNames.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          Set<String> role =
              names.computeIfAbsent(line.substring(0, colon).trim(), key -> new HashSet<>());
          for (String name : line.substring(colon + 1).split(",", -1)) {
            role.add(normal(name));
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
    return names;
  }
}
