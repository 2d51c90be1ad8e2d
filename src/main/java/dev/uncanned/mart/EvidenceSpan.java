package dev.uncanned.mart;

import dev.uncanned.table.Doc;

/** A place in a text that refers to its recipient. */
public record EvidenceSpan(
    @Doc("Kind of the evidence.") String type,
    @Doc("First character in the cleaned text, from 0.") int start,
    @Doc("Character behind the last.") int end,
    @Doc("Whether the archives say that it is true of this recipient.") Boolean verified) {}
