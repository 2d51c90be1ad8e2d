package dev.uncanned.evaluation;

/**
 * What became of one labelled campaign, over all its senders.
 *
 * <p>A found campaign that several senders share is one, but labels may name it by sender; so the
 * messages of senders that have none with the label are not foreign in it.
 *
 * @param messages_n its messages
 * @param templates_n templates they are in
 * @param campaigns_n campaigns they are in; messages without one are not counted
 * @param none_n messages that are in no campaign
 * @param largest_share share of its messages in the campaign that has most of them; null if none is
 *     in any
 * @param foreign_share share of that campaign's messages, those of the label's senders, that have
 *     another label or none; null likewise
 */
public record CampaignConfusion(
    String campaign,
    String kind,
    long messages_n,
    long templates_n,
    long campaigns_n,
    long none_n,
    Double largest_share,
    Double foreign_share) {}
