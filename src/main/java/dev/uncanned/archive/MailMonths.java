package dev.uncanned.archive;

import java.text.Normalizer;
import java.util.Locale;

/** The months by their names and abbreviations in eight languages, from January = 1. */
final class MailMonths {

  /** Of each month the beginnings that no other month has, without accents. */
  private static final String[][] BEGINNINGS = {
    {"jan", "ene", "gen"},
    {"feb", "fev", "fevr"},
    {"mar", "maer", "maar", "mrz", "mrt"},
    {"apr", "avr", "abr"},
    {"may", "mai", "maj", "mei", "mag"},
    {"jun", "juin", "giu"},
    {"jul", "juil", "lug"},
    {"aug", "aou", "ago"},
    {"sep", "set"},
    {"oct", "okt", "out", "ott"},
    {"nov"},
    {"dec", "dez", "dic"}
  };

  private static final int MIN_LETTERS = 3;

  private MailMonths() {}

  /** The month of a name, 0 if it is none. */
  static int of(String name) {
    if (name.length() < MIN_LETTERS) {
      return 0;
    }
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.chars().anyMatch(c -> c >= 0x80)) {
      String apart = Normalizer.normalize(plain, Normalizer.Form.NFD);
      StringBuilder letters = new StringBuilder();
      apart.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
      plain = letters.toString();
    }
    for (int month = 0; month < BEGINNINGS.length; month++) {
      for (String beginning : BEGINNINGS[month]) {
        if (plain.startsWith(beginning)) {
          return month + 1;
        }
      }
    }
    return 0;
  }
}
