package dev.uncanned.report;

/** Hits among trials, the two numbers that a rate is made of. */
record Count(long hits, long trials) {

  Count plus(Count other) {
    return new Count(hits + other.hits, trials + other.trials);
  }

  /** Whether there are enough trials for a rate to be shown. */
  boolean isShown() {
    return trials >= Figures.SHOWN_FROM;
  }

  /** hits / trials; only with trials. */
  double share() {
    return (double) hits / trials;
  }

  String rate() {
    return Figures.rate(hits, trials);
  }

  String interval() {
    return Figures.interval(hits, trials);
  }

  String rateWithInterval() {
    return Figures.rateWithInterval(hits, trials);
  }
}
