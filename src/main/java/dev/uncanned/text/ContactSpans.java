package dev.uncanned.text;

import java.util.List;

/**
 * What to look for in a text on behalf of one contact in one role.
 *
 * @param fields names, company and titles, no two with the same words
 * @param unspaced fields in scripts without spaces, which cannot be found word by word
 */
record ContactSpans(List<NameField> fields, List<UnspacedField> unspaced) {}
