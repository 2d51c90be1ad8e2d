package dev.uncanned.template;

import dev.uncanned.entity.Entity;
import dev.uncanned.entity.EntityFinder;
import dev.uncanned.entity.EntityKind;
import dev.uncanned.entity.FoundEntities;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Types the slots whose fills are names of people, organisations or places.
 *
 * <p>A fill is a name if at least half of its words are inside of names of one kind, as the finder
 * sees them among the words around. A slot is of a kind if at least half of the messages whose
 * fills were looked at have such a name there, and four fifths of those with any name have this
 * kind. The finder misses names, so all fills cannot be asked for. Fills in languages that it does
 * not read do not count; a slot of which fewer than three could be read stays as it is.
 */
public final class EntityTyping implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int WORDS_BEFORE = 6;
  private static final int WORDS_BEHIND = 3;
  private static final double AGREEMENT = 0.8;

  private final EntityFinder finder;

  public EntityTyping(EntityFinder finder) {
    this.finder = finder;
  }

  /**
   * The template with these slots typed.
   *
   * @param fills its unsure fills with their messages, in any order; of several messages with one
   *     text that with the smallest id is read
   */
  public Template type(Template template, Iterator<PlacedFill> fills) {
    Map<String, PlacedFill> chosen = new TreeMap<>();
    while (fills.hasNext()) {
      PlacedFill fill = fills.next();
      String key = fill.place().slot_no() + " " + fill.place().fingerprint();
      chosen.merge(key, fill, EntityTyping::earlier);
    }
    Search search = new Search();
    chosen.values().forEach(search::read);
    return new Template(
        template.cluster_id(),
        template.skeleton(),
        template.skeleton_share(),
        template.sampled_n(),
        template.slots().stream().map(search::typed).toList(),
        template.skeleton_public(),
        template.values(),
        null,
        search.tokens,
        search.nanos);
  }

  private static PlacedFill earlier(PlacedFill one, PlacedFill other) {
    return one.text().message_id().compareTo(other.text().message_id()) <= 0 ? one : other;
  }

  private static SlotType type(EntityKind kind) {
    return switch (kind) {
      case PERSON -> SlotType.PERSON_OTHER;
      case ORGANIZATION -> SlotType.ORG_OTHER;
      case LOCATION -> SlotType.LOCATION;
    };
  }

  /** What was found in the fills of one template. */
  private final class Search {

    private final Masker masker = new Masker();
    private final Map<Integer, Tally> tallies = new TreeMap<>();
    private long tokens;
    private long nanos;

    private void read(PlacedFill fill) {
      FillPlace place = fill.place();
      FillText message = fill.text();
      TokenPlaces places = masker.places(message.text(), message.sender(), message.recipients());
      if (place.end_token() > places.count()) {
        return;
      }
      int from = before(message.text(), places, place.first_token());
      int to = behind(message.text(), places, place.end_token() - 1);
      int start = places.start(from);
      FoundEntities found = find(message.text().substring(start, places.end(to)), message.lang());
      if (found != null) {
        tokens += found.tokens_n();
        tallies
            .computeIfAbsent(place.slot_no(), slot -> new Tally())
            .add(kind(places, place, found.entities(), start), place.messages_n());
      }
    }

    private FoundEntities find(String text, String lang) {
      if (tokens == 0) {
        // Loads the model, whose time is not that of reading.
        finder.find("", lang);
      }
      long started = System.nanoTime();
      FoundEntities found = finder.find(text, lang);
      nanos += found == null ? 0 : System.nanoTime() - started;
      return found;
    }

    private Slot typed(Slot slot) {
      Tally tally = tallies.get(slot.slot_no());
      EntityKind kind = tally == null ? null : tally.kind();
      if (kind == null) {
        return slot;
      }
      return new Slot(
          slot.slot_no(),
          type(kind),
          slot.fill_rate(),
          slot.distinct_n(),
          slot.entropy_bits(),
          slot.entropy_norm(),
          slot.median_words(),
          tally.share(kind));
    }
  }

  /** First token of the words around a fill, all in its line. */
  private static int before(String text, TokenPlaces places, int first) {
    int from = first;
    while (from > 0 && first - from < WORDS_BEFORE && sameLine(text, places, from)) {
      from--;
    }
    return from;
  }

  /** Last token of the words around a fill, all in its line. */
  private static int behind(String text, TokenPlaces places, int last) {
    int to = last;
    while (to + 1 < places.count() && to - last < WORDS_BEHIND && sameLine(text, places, to + 1)) {
      to++;
    }
    return to;
  }

  /** Whether a token stands in the line of the token before it. */
  private static boolean sameLine(String text, TokenPlaces places, int token) {
    for (int i = places.end(token - 1); i < places.start(token); i++) {
      if (text.charAt(i) == '\n') {
        return false;
      }
    }
    return true;
  }

  /** What a fill names; null if it is no name. */
  private static EntityKind kind(
      TokenPlaces places, FillPlace place, List<Entity> entities, int shift) {
    int words = 0;
    int[] named = new int[EntityKind.values().length];
    for (int token = place.first_token(); token < place.end_token(); token++) {
      if (places.isWord(token)) {
        words++;
        for (Entity entity : entities) {
          boolean inside =
              places.start(token) < shift + entity.end()
                  && places.end(token) > shift + entity.start();
          named[entity.kind().ordinal()] += inside ? 1 : 0;
        }
      }
    }
    for (EntityKind kind : EntityKind.values()) {
      if (named[kind.ordinal()] > 0 && 2 * named[kind.ordinal()] >= words) {
        return kind;
      }
    }
    return null;
  }

  /** How many messages name what in one slot. */
  private static final class Tally {

    private final Map<EntityKind, Long> messages = new EnumMap<>(EntityKind.class);
    private long named;
    private long all;
    private int fills;

    private void add(EntityKind kind, long weight) {
      fills++;
      all += weight;
      if (kind != null) {
        named += weight;
        messages.merge(kind, weight, Long::sum);
      }
    }

    private EntityKind kind() {
      if (fills < UnsureFills.FEWEST) {
        return null;
      }
      for (Map.Entry<EntityKind, Long> entry : messages.entrySet()) {
        if (2 * entry.getValue() >= all && entry.getValue() >= AGREEMENT * named) {
          return entry.getKey();
        }
      }
      return null;
    }

    private float share(EntityKind kind) {
      return (float) messages.get(kind) / all;
    }
  }
}
