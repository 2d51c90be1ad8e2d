package dev.uncanned.archive;

import java.util.HashMap;
import java.util.Map;

/**
 * Offsets of the zone names that mailers write, in seconds east of UTC.
 *
 * <p>RFC 5322 4.3 for the North American names; the rest are the usual abbreviations. Military
 * letters all mean UTC, since RFC 822 defined them with the wrong sign and nobody can say which
 * reading a mailer followed. IST is read as India's.
 */
final class MailZones {

  private static final Map<String, Integer> SECONDS = table();

  private MailZones() {}

  /** The offset of a zone by its upper-case name; null if there is no such zone. */
  static Integer offset(String upperName) {
    if (upperName.length() == 1) {
      char letter = upperName.charAt(0);
      return letter >= 'A' && letter <= 'Z' && letter != 'J' ? Integer.valueOf(0) : null;
    }
    return SECONDS.get(upperName);
  }

  private static Map<String, Integer> table() {
    Map<String, Integer> zones = new HashMap<>();
    put(zones, 0, "UT", "UTC", "GMT", "WET");
    put(zones, 60, "BST", "CET", "MET", "MEZ", "WEST");
    put(zones, 120, "CEST", "MEST", "MESZ", "EET");
    put(zones, 180, "EEST", "MSK");
    put(zones, 240, "MSD");
    put(zones, 330, "IST");
    put(zones, 480, "HKT", "SGT", "AWST");
    put(zones, 540, "JST", "KST");
    put(zones, 570, "ACST");
    put(zones, 600, "AEST");
    put(zones, 660, "AEDT");
    put(zones, 720, "NZST");
    put(zones, 780, "NZDT");
    put(zones, -150, "NDT");
    put(zones, -180, "BRT", "ART", "ADT");
    put(zones, -210, "NST");
    put(zones, -240, "EDT", "AST");
    put(zones, -300, "EST", "CDT");
    put(zones, -360, "CST", "MDT");
    put(zones, -420, "MST", "PDT");
    put(zones, -480, "PST", "AKDT");
    put(zones, -540, "AKST");
    put(zones, -600, "HST");
    return zones;
  }

  private static void put(Map<String, Integer> zones, int minutes, String... names) {
    for (String name : names) {
      zones.put(name, minutes * 60);
    }
  }
}
