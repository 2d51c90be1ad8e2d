package dev.uncanned.cluster;

/**
 * An id that is no longer used because its cluster was found to be part of an older one.
 *
 * @param old_id the former id; used again only where the {@link ChainingGuard} parts the two again,
 *     and then there is no alias any more
 * @param survivor_id the id of the older cluster, which may have become part of a third one on a
 *     later night
 * @param night the night on which the id went out of use; where it leads to may change later, if
 *     the guard parts the texts otherwise
 */
public record ClusterAlias(String old_id, String survivor_id, long night) {}
