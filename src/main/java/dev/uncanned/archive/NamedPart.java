package dev.uncanned.archive;

/**
 * A part with the name by which a later run knows that it has read it before.
 *
 * @param name hash of the content of its files, of its place in the archive and of the rules of
 *     reading: parts of one name give the same rows; no two parts of a run have the same
 */
public record NamedPart(String name, ArchivePart part) {}
