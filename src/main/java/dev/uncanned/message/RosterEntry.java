package dev.uncanned.message;

/**
 * One line of the roster: a member of the team and an address of theirs.
 *
 * @param sender name; lines with the same name (case ignored) are one person
 * @param email address or null
 * @param profile_url LinkedIn profile, normalised as in contacts, or null
 * @param team team or null
 */
public record RosterEntry(String sender, String email, String profile_url, String team)
    implements java.io.Serializable {}
