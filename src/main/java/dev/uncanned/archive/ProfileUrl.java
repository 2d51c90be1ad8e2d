package dev.uncanned.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings the address of a LinkedIn profile into one form, {@code linkedin.com/in/slug}.
 *
 * <p>Exports write the same profile with and without scheme, country host, query, trailing slash
 * and percent signs. Slugs are compared without case, but for the {@code ACoAA…} member ids, which
 * are case-sensitive.
 */
public final class ProfileUrl {

  private static final String HOST = "linkedin.com";
  private static final String PEOPLE = "/in/";

  private ProfileUrl() {}

  /** The normalised address; null if there is none. */
  public static String normalise(String url) {
    if (url == null || url.isBlank()) {
      return null;
    }
    String rest = url.strip();
    int scheme = rest.indexOf("://");
    rest = scheme >= 0 ? rest.substring(scheme + 3) : rest;
    rest = before(before(rest, '?'), '#');
    int slash = rest.indexOf('/');
    String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "" : rest.substring(slash);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String name = host + path;
    if (host.equals(HOST) || host.endsWith("." + HOST)) {
      name = HOST + profilePath(path);
    }
    return name.isEmpty() ? null : name;
  }

  private static String profilePath(String path) {
    if (!path.regionMatches(true, 0, PEOPLE, 0, PEOPLE.length())) {
      return path;
    }
    String slug = before(path.substring(PEOPLE.length()), '/');
    String decoded = Normalizer.normalize(decode(slug), Normalizer.Form.NFC);
    return PEOPLE + (decoded.startsWith("ACo") ? decoded : decoded.toLowerCase(Locale.ROOT));
  }

  private static String before(String text, char mark) {
    int i = text.indexOf(mark);
    return i < 0 ? text : text.substring(0, i);
  }

  /** Percent-decodes UTF-8; a text with anything that does not decode stays as it is. */
  private static String decode(String slug) {
    if (slug.indexOf('%') < 0) {
      return slug;
    }
    byte[] raw = slug.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[raw.length];
    int n = 0;
    for (int i = 0; i < raw.length; i++) {
      out[n] = raw[i];
      if (raw[i] == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return slug;
        }
        out[n] = (byte) (high << 4 | low);
        i += 2;
      }
      n++;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out, 0, n)).toString();
    } catch (CharacterCodingException notUtf8) {
      return slug;
    }
  }
}
