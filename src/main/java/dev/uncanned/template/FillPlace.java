package dev.uncanned.template;

/**
 * Where one text has the words of a slot that might be a name.
 *
 * @param fingerprint the text
 * @param first_token number of the first of these tokens in the masked text
 * @param end_token number of the token behind them
 * @param messages_n sampled messages that have the same words there
 */
public record FillPlace(
    int slot_no, String fingerprint, int first_token, int end_token, long messages_n) {}
