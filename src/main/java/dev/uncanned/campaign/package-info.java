/**
 * Finds the mass sends whose copies are too different from each other to be near-duplicates.
 *
 * <p>Spintax variants and texts with a personal opening share few word sequences pairwise, yet
 * nearly all of their words lie in phrases which the sender also used to others. So this package
 * counts phrases inside one sender's messages ({@link dev.uncanned.campaign.RecurringPhrases}) and
 * joins texts through recurring phrases only ({@link dev.uncanned.campaign.CampaignFamilies}).
 *
 * <p>The campaigns of the senders are then compared by a few of their phrases ({@link
 * dev.uncanned.campaign.CrossSenderStage}), so that a text that several senders use is one
 * campaign.
 *
 * <p>Decided: a text joins a family as a whole (the union of what its members say), since no pair
 * of spintax variants need be alike; a cluster is never torn apart; phrases of otherwise
 * hand-written texts are pleasantries and join nothing. Rejected: a threshold on pairwise
 * similarity (it cannot part spintax from chance), connected components over shared phrases (one
 * courtesy formula chains every campaign of a sender), and rows of phrases in Spark (the texts
 * travel once, their phrases never).
 */
package dev.uncanned.campaign;
