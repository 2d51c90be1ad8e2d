package dev.uncanned.pipeline;

/** Says what the engine is doing at this moment. */
public interface EngineWork {

  /**
   * What is done and what is under way.
   *
   * @param tasks_done tasks of the stages under way that have ended
   * @param tasks_all tasks of the stages under way
   * @param records rows read by all tasks of the run that have ended
   */
  record Now(long tasks_done, long tasks_all, long records) {}

  /** A snapshot. */
  Now now();
}
