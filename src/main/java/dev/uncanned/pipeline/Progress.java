package dev.uncanned.pipeline;

import java.util.Map;

/** Is told how a run goes on. Calls come from several threads, one at a time. */
public interface Progress {

  /** The step of that name begins now. */
  void begins(String step);

  /** The step of that name has ended. */
  default void ends(String step) {}

  /**
   * How long each step of the run before took, in milliseconds; empty if there was none. Steps may
   * have overlapped.
   */
  default void expects(Map<String, Long> milliseconds) {}

  /** Where to ask what the engine is doing; told once it works. */
  default void watches(EngineWork work) {}
}
