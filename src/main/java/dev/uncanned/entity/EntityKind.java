package dev.uncanned.entity;

/** What a name in a text names. */
public enum EntityKind {
  PERSON,
  ORGANIZATION,
  LOCATION
}
