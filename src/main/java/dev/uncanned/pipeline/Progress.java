package dev.uncanned.pipeline;

/** Is told which step of a run begins. */
public interface Progress {

  /** The step of that name begins now. */
  void begins(String step);
}
