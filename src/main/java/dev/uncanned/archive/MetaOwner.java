package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out who owns an export of Facebook or Instagram.
 *
 * <p>It is the one among the texts of the profile who takes part in most threads; the labels in the
 * profile are in the owner's language, so they are not asked. Without a profile it is the only one
 * who takes part in all of at least two threads.
 */
final class MetaOwner {

  private static final int MAX_TEXTS = 1000;
  private static final int MAX_CHARS = 200;

  private final ChatPhrases phrases;
  private final TreeSet<String> texts = new TreeSet<>();
  private final TreeSet<String> addresses = new TreeSet<>();
  private final Map<String, Integer> threadsByName = new TreeMap<>();
  private int threads;

  MetaOwner(ChatPhrases phrases) {
    this.phrases = phrases;
  }

  /** Takes in the texts of a file about the owner. */
  void profile(InputStream in) throws IOException {
    try (ChatJsonReader json = new ChatJsonReader(ChatText.decoded(in))) {
      for (String text = json.anyText(); text != null; text = json.anyText()) {
        add(text);
      }
    }
  }

  private void add(String text) {
    if (text.isBlank() || text.length() > MAX_CHARS || texts.size() >= MAX_TEXTS) {
      return;
    }
    String shown = CollapsedText.of(MetaText.repaired(text));
    texts.add(shown);
    int at = shown.indexOf('@');
    boolean address =
        at > 0 && shown.indexOf(' ') < 0 && shown.indexOf('/') < 0 && shown.indexOf('.', at) > 0;
    if (address) {
      addresses.add(shown.toLowerCase(Locale.ROOT));
    }
  }

  /** Takes in who takes part in a thread. */
  void thread(List<String> people) {
    if (!people.isEmpty()) {
      threads++;
      people.forEach(name -> threadsByName.merge(name, 1, Integer::sum));
    }
  }

  /** The owner's name; null if it is unknown. */
  String name() {
    String named = best(true);
    return named == null && threads > 1 ? unanimous() : named;
  }

  private String unanimous() {
    String best = best(false);
    return best != null && threadsByName.get(best) == threads ? best : null;
  }

  /** Who takes part in most threads; null if two are level. */
  private String best(boolean onlyProfile) {
    String best = null;
    int most = 0;
    boolean level = false;
    for (Map.Entry<String, Integer> person : threadsByName.entrySet()) {
      boolean candidate =
          (!onlyProfile || texts.contains(person.getKey()))
              && !phrases.has("gone", person.getKey());
      if (candidate && person.getValue() >= most) {
        level = person.getValue() == most;
        most = person.getValue();
        best = person.getKey();
      }
    }
    return level ? null : best;
  }

  /** What the export says of its owner. */
  List<OwnerClaim> claims(String archiveId) {
    String name = name();
    List<OwnerClaim> claims = new ArrayList<>();
    if (name != null) {
      claims.add(claim(archiveId, name, null));
    }
    addresses.forEach(address -> claims.add(claim(archiveId, name, address)));
    return claims;
  }

  private OwnerClaim claim(String archiveId, String name, String address) {
    Contact person = Contact.of(name, null, address);
    return new OwnerClaim(archiveId, person, OwnerClaim.Evidence.PROFILE, Math.max(threads, 1));
  }
}
