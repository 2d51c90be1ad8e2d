package dev.uncanned.mart;

/** A name and an address under which some message shows a person. */
public record SeenPerson(String person_id, String name, String address) {}
