package dev.uncanned.pipeline;

/**
 * What was found at one point of a sweep.
 *
 * @param messages_n messages
 * @param templates_n templates; copies of one text and texts without copies count alike
 * @param campaigns_n campaigns
 * @param deliveries_n messages to each of their recipients
 * @param known_n of these, deliveries of which it is known whether they are mass sends
 * @param mass_sends_n of these, mass sends
 * @param scores what was found of each delivery; null unless labels are to be compared
 */
public record SweptPoint(
    SweepSetting setting,
    long messages_n,
    long templates_n,
    long campaigns_n,
    long deliveries_n,
    long known_n,
    long mass_sends_n,
    PublishedScores scores) {}
