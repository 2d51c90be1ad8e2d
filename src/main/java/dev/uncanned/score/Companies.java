package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether two people work for the same company: by its name without case, accents, signs and
 * legal form, else by the name in their mail domain ("acme" in {@code mail.acme.co.uk}) unless it
 * belongs to a mail provider.
 *
 * <p>A company whose domain is not its name is counted as two; unlike companies of one name count
 * as one.
 */
final class Companies {

  private static final int MIN_NAME = 2;
  private static final Set<String> PROVIDERS = words("/score/mail-providers.txt");

  /** Labels that stand where others have the name: {@code co.uk}, {@code com.br}. */
  private static final Set<String> SECOND_LEVEL =
      Set.of("ac", "co", "com", "edu", "gob", "gouv", "gov", "ne", "net", "or", "org");

  private static final Set<String> LEGAL_FORMS = words("/text/legal-forms.txt");

  private Companies() {}

  /** A hash that stands for the company; null if none is known. */
  static String key(Contact contact) {
    if (contact == null) {
      return null;
    }
    String name = contact.company() == null ? "" : name(contact.company());
    if (name.length() >= MIN_NAME) {
      return ContentHash.of("company", name);
    }
    String label = label(contact.email());
    String mailed = label == null ? "" : name(label);
    return mailed.isEmpty() ? null : ContentHash.of("company", mailed);
  }

  /**
   * The part of the domain of an address that somebody chose; null for mail providers and where
   * there is none.
   */
  static String label(String email) {
    String domain = domain(email);
    String[] labels = domain == null ? new String[0] : domain.split("\\.", -1);
    int last = labels.length - 2;
    if (last > 0 && SECOND_LEVEL.contains(labels[last])) {
      last--;
    }
    return last < 0 ? null : labels[last];
  }

  /** A name up to the legal forms behind it; the first word stays. */
  static String withoutLegalForm(String company) {
    Words words = Words.of(company);
    int count = base(words);
    return count == words.count() ? company : company.substring(0, words.end(count - 1));
  }

  private static int base(Words words) {
    int count = words.count();
    while (count > 1 && LEGAL_FORMS.contains(words.folded(count - 1))) {
      count--;
    }
    return count;
  }

  private static String name(String company) {
    Words words = Words.of(company);
    int count = base(words);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.append(words.folded(i));
    }
    return name.toString();
  }

  private static String domain(String email) {
    int at = email == null ? -1 : email.lastIndexOf('@');
    if (at < 0 || at + 1 == email.length()) {
      return null;
    }
    String domain = email.substring(at + 1).strip().toLowerCase(Locale.ROOT);
    return domain.isEmpty() || PROVIDERS.contains(domain) ? null : domain;
  }

  private static Set<String> words(String resource) {
    try (InputStream in = Companies.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      Set<String> words = new HashSet<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }
}
