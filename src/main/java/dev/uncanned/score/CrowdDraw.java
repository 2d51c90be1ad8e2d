package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws recipients of outbound messages by the hash of their ids: the same ones in any order and
 * from any partition.
 */
final class CrowdDraw implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int size;
  private final KnownPeople people;

  CrowdDraw(int size, KnownPeople people) {
    this.size = size;
    this.people = people;
  }

  /** Of the recipients of some messages those with the lowest hashes, each once. */
  Iterator<CrowdMember> draw(Iterator<CrowdColumns> messages) {
    TreeMap<Long, CrowdMember> drawn = new TreeMap<>();
    while (messages.hasNext()) {
      CrowdColumns message = messages.next();
      int known = Math.min(message.recipients().size(), message.recipient_ids().size());
      for (int i = 0; i < known && message.direction() == Direction.OUTBOUND; i++) {
        String id = message.recipient_ids().get(i);
        long rank = CrowdMember.rank(id);
        if (drawn.size() < size || rank <= drawn.lastKey()) {
          RecipientFacts facts = people.facts(null, id, message.recipients().get(i));
          drawn.merge(rank, CrowdMember.of(id, facts), CrowdMember::fuller);
          if (drawn.size() > size) {
            drawn.pollLastEntry();
          }
        }
      }
    }
    return drawn.values().iterator();
  }

  /** The same for members that were drawn from parts. */
  Iterator<CrowdMember> join(Iterator<CrowdMember> members) {
    Map<Long, CrowdMember> drawn = new HashMap<>();
    members.forEachRemaining(member -> drawn.merge(member.rank(), member, CrowdMember::fuller));
    List<CrowdMember> sorted = new ArrayList<>(new TreeMap<>(drawn).values());
    return sorted.subList(0, Math.min(size, sorted.size())).iterator();
  }
}
