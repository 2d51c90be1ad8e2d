package dev.uncanned.archive;

/** Whether the owner of the archive sent the message or received it. */
public enum Direction {
  OUTBOUND,
  INBOUND
}
