package dev.uncanned.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which senders' mass share differs from that of all by more than chance.
 *
 * <p>Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance",
 * Statistics in Medicine 24 (2005): exact binomial limits around the pooled share, interpolated
 * between whole counts.
 *
 * @param pooled share of all senders together
 * @param senders sorted by name
 */
record Funnel(double pooled, List<Sender> senders) {

  /** Senders below which there is nothing to compare. */
  static final int DRAWN_FROM = 5;

  private static final double INNER = 0.025;
  private static final double OUTER = 0.001;

  Funnel {
    senders = List.copyOf(senders);
  }

  /** One sender's mass sends among first messages. */
  record Sender(String name, Count count) {}

  /** Where a share lies. */
  enum Place {
    INSIDE("inside"),
    BEYOND_95("outside 95 %"),
    BEYOND_998("outside 99.8 %");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Limits for n first messages, as shares. */
  record Limits(double lo998, double lo95, double hi95, double hi998) {}

  static Funnel of(List<Sender> senders) {
    Count all = senders.stream().map(Sender::count).reduce(new Count(0, 0), Count::plus);
    List<Sender> byName = new ArrayList<>(senders);
    byName.sort(
        Comparator.comparing(Sender::name)
            .thenComparing(sender -> sender.count().trials())
            .thenComparing(sender -> sender.count().hits()));
    return new Funnel(all.share(), byName);
  }

  Limits limits(long n) {
    if (pooled <= 0 || pooled >= 1) {
      return new Limits(pooled, pooled, pooled, pooled);
    }
    return new Limits(
        quantile(n, OUTER), quantile(n, INNER), quantile(n, 1 - INNER), quantile(n, 1 - OUTER));
  }

  Place place(Count count) {
    Limits limits = limits(count.trials());
    double share = count.share();
    if (share < limits.lo998() || share > limits.hi998()) {
      return Place.BEYOND_998;
    }
    return share < limits.lo95() || share > limits.hi95() ? Place.BEYOND_95 : Place.INSIDE;
  }

  /** Quantile of a binomial share, interpolated between the counts on both sides of it. */
  private double quantile(long n, double level) {
    double odds = Math.log(pooled / (1 - pooled));
    double logMass = n * Math.log1p(-pooled);
    double below = 0;
    for (long k = 0; k < n; k++) {
      double mass = Math.exp(logMass);
      if (below + mass >= level) {
        double overshoot = (below + mass - level) / mass;
        return Math.max(0, (k - overshoot) / n);
      }
      below += mass;
      logMass += Math.log((double) (n - k) / (k + 1)) + odds;
    }
    return 1;
  }

  String description() {
    long inside = senders.stream().filter(s -> place(s.count()) == Place.INSIDE).count();
    return "Pooled mass share "
        + Figures.percent(pooled)
        + "; "
        + Figures.count(inside)
        + " of "
        + Figures.count(senders.size(), "sender", "senders")
        + " inside the funnel (95 % limits).";
  }

  DataTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Sender sender : senders) {
      Count count = sender.count();
      Limits limits = limits(count.trials());
      rows.add(
          List.of(
              sender.name(),
              Figures.count(count.trials()),
              Figures.count(count.hits()),
              count.rate(),
              count.interval(),
              Figures.range(limits.lo95(), limits.hi95()),
              place(count).words()));
    }
    return new DataTable(
        "Mass share of senders, sorted by name",
        List.of(
            DataTable.words("Sender"),
            DataTable.figures("First messages"),
            DataTable.figures("Mass sends"),
            DataTable.figures("Mass share"),
            DataTable.figures("95 % interval"),
            DataTable.figures("95 % limits for this n"),
            DataTable.words("Funnel")),
        rows);
  }
}
