package dev.uncanned.mart;

/** The use of a template beside what the exact comparison says of it. */
public record MeasuredUse(TemplateUse use, ClusterFact fact) {

  static final String USE = "use";
}
