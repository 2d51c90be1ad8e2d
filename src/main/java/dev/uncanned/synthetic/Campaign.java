package dev.uncanned.synthetic;

/**
 * One mass send of one sender.
 *
 * @param label name of the text and number of the sender, unique in a run
 * @param reach number of recipients
 * @param start first sending, seconds since 1970
 * @param reminder the fixed text for those who do not answer, null without
 */
record Campaign(
    Kind kind,
    TemplateText text,
    String label,
    Letter.Way way,
    int reach,
    long start,
    TemplateText reminder) {}
