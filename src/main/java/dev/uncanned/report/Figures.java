package dev.uncanned.report;

import dev.uncanned.mart.Wilson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Writes numbers, rates and days the way the whole page shows them. */
final class Figures {

  /** First messages below which a rate is mostly chance and is not shown. */
  static final int SHOWN_FROM = 30;

  static final String UNKNOWN = "unknown";

  /** Stands in a cell for which there is no figure. */
  static final String NONE = "–";

  private static final String THIN = "\u202F";
  private static final String PERCENT = THIN + "%";
  private static final int HUNDRED = 100;
  private static final int WHOLE_FROM = 10;
  private static final double SMALLEST = 0.05;

  private Figures() {}

  /** A count, thousands set apart by narrow spaces: 1 240. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(",", THIN);
  }

  /** A count with what is counted: "1 message", "1 240 messages". */
  static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /** A share from 0 to 1 in percent: whole, or with one decimal below 10. */
  static String percent(double share) {
    return points(share) + PERCENT;
  }

  /** Both ends of an interval in percent: 68–74 %. */
  static String range(double lo, double hi) {
    return points(lo) + "–" + points(hi) + PERCENT;
  }

  /** The rate, or that there are too few trials for one. */
  static String rate(long hits, long trials) {
    return trials < SHOWN_FROM ? tooFew(trials) : percent(Wilson.of(hits, trials).rate());
  }

  /** The Wilson 95 % interval of a rate; empty where the rate is not shown. */
  static String interval(long hits, long trials) {
    if (trials < SHOWN_FROM) {
      return "";
    }
    Wilson wilson = Wilson.of(hits, trials);
    return range(wilson.lo(), wilson.hi());
  }

  /** The rate with its interval in brackets, or that there are too few trials for one. */
  static String rateWithInterval(long hits, long trials) {
    return trials < SHOWN_FROM
        ? tooFew(trials)
        : rate(hits, trials) + " (" + interval(hits, trials) + ")";
  }

  static String tooFew(long trials) {
    return "too few (n = " + count(trials) + ")";
  }

  /** A number with one decimal, which is left out if it is zero; "unknown" for null. */
  static String decimal(Number value) {
    if (value == null) {
      return UNKNOWN;
    }
    BigDecimal rounded = rounded(value.doubleValue(), 1);
    return rounded.stripTrailingZeros().scale() <= 0
        ? count(rounded.longValue())
        : rounded.toPlainString();
  }

  /** A coefficient with two decimals, rounded down in size so that 0.799 is not 0.80. */
  static String coefficient(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.DOWN).toPlainString();
  }

  static String day(LocalDate day) {
    return day == null ? UNKNOWN : day.toString();
  }

  static String day(Instant at) {
    return at == null ? UNKNOWN : day(at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static String points(double share) {
    double percent = share * HUNDRED;
    if (percent > 0 && percent < SMALLEST) {
      return "<" + THIN + "0.1";
    }
    if (rounded(percent, 1).compareTo(BigDecimal.valueOf(WHOLE_FROM)) < 0) {
      return rounded(percent, 1).stripTrailingZeros().toPlainString();
    }
    String whole = rounded(percent, 0).toPlainString();
    return whole.equals("100") && share < 1 ? ">" + THIN + "99" : whole;
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
