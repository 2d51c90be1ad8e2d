package dev.uncanned.score;

/**
 * Where a template has a field of its recipient: between which tokens of the masked texts.
 *
 * @param org whether the field is the company; else the given name
 * @param before token before it; null at the beginning of the text
 * @param behind token behind it; null at the end
 */
public record FillContext(boolean org, String before, String behind) {}
