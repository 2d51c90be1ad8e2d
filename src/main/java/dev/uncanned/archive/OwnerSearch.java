package dev.uncanned.archive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out whose export it is, while all records pass by once.
 *
 * <p>In this order: the profile that takes part in (nearly) every conversation, the inviter of the
 * outgoing invitations, the sender with the name of {@code Profile.csv}, the most frequent sender.
 * An owner who has renamed the profile has several addresses: those that the owner's name sends
 * from, in rows that are not addressed to that name (these would be a namesake's).
 *
 * <p>Memory grows with the number of people, not of messages, and ends at {@value #MAX_KEYS}.
 */
final class OwnerSearch {

  private static final int MAX_KEYS = 200_000;

  /** Owners took part in 99.8 % of their conversations and more, others in 7.4 % at most. */
  private static final double OWNER_SHARE = 0.8;

  private static final double RUNNER_UP_SHARE = 0.5;

  private final Contact profile;
  private final String profileKey;
  private final Map<String, Integer> conversationsByUrl = new HashMap<>();
  private final Map<String, Integer> rowsByName = new HashMap<>();
  private final Map<String, Integer> invitesByUrl = new HashMap<>();
  private final Map<String, Integer> ownRowsByUrl = new HashMap<>();
  private final Map<String, String> nameByUrl = new HashMap<>();
  private final Map<String, String> urlByName = new HashMap<>();
  private final Recent<String> keys = new Recent<>((name, nothing) -> LinkedInOwner.key(name));
  private final Recent<Boolean> namesakes = new Recent<>((to, nothing) -> namesProfile(to));
  private final Set<String> outgoingNames = new TreeSet<>();
  private final Set<String> present = new HashSet<>();
  private String conversation;
  private String recipients;
  private int conversations;
  private String frequentSender;

  /**
   * @param profile the owner by {@code Profile.csv} and {@code Positions.csv}; null without them
   */
  OwnerSearch(Contact profile) {
    this.profile = profile;
    this.profileKey = profile == null ? null : LinkedInOwner.key(profile.name());
  }

  /**
   * A row of a file that has conversations.
   *
   * @param recipientUrls null if the file has no such column
   */
  void message(String thread, String from, String fromUrl, String to, String recipientUrls) {
    if (!thread.equals(conversation)) {
      conversation = thread;
      recipients = null;
      present.clear();
      conversations++;
    }
    if (fromUrl != null) {
      // Only where recipients have profiles too can one be said to be in every conversation.
      if (recipientUrls != null) {
        takesPart(fromUrl);
      }
      put(nameByUrl, fromUrl, from);
      put(urlByName, keys.of(from, ""), fromUrl);
    }
    if (recipientUrls != null && !recipientUrls.equals(recipients)) {
      recipients = recipientUrls;
      for (String url : RecipientList.urls(recipientUrls)) {
        takesPart(url);
      }
    }
    sender(from, fromUrl, to);
  }

  private void takesPart(String url) {
    if (present.size() < MAX_KEYS && present.add(url)) {
      count(conversationsByUrl, url);
    }
  }

  private void sender(String from, String fromUrl, String to) {
    if (from.isBlank() || RecipientList.isHidden(from)) {
      return;
    }
    String key = keys.of(from, "");
    count(rowsByName, key);
    boolean own = key.equals(profileKey) && fromUrl != null;
    if (own && !namesakes.of(to, "")) {
      count(ownRowsByUrl, fromUrl);
    }
  }

  private boolean namesProfile(String to) {
    return RecipientList.names(to).stream().anyMatch(this::isProfileName);
  }

  private boolean isProfileName(String name) {
    return name != null && LinkedInOwner.key(name).equals(profileKey);
  }

  /** A row, or an invitation, whose direction the file names. */
  void directed(boolean outgoing, String from, String fromUrl, String to, String toUrl) {
    String name = outgoing ? from : to;
    String url = outgoing ? fromUrl : toUrl;
    if (outgoing && !name.isBlank() && outgoingNames.size() < MAX_KEYS) {
      outgoingNames.add(LinkedInOwner.key(name));
    }
    if (outgoing && !name.isBlank()) {
      count(rowsByName, LinkedInOwner.key(name));
    }
    if (url != null) {
      count(invitesByUrl, url);
      put(nameByUrl, url, name);
    }
  }

  private static void count(Map<String, Integer> counts, String key) {
    if (counts.size() < MAX_KEYS || counts.containsKey(key)) {
      counts.merge(key, 1, Integer::sum);
    }
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (map.size() < MAX_KEYS && !value.isBlank()) {
      map.putIfAbsent(key, value);
    }
  }

  /** The owner; without any evidence one that is nobody. */
  LinkedInOwner found() {
    Set<String> urls = urls();
    Set<String> names = names(urls);
    long rows = 0;
    for (String name : names) {
      rows += rowsByName.getOrDefault(name, 0);
    }
    return new LinkedInOwner(names, urls, person(names, urls), Math.max(rows, 1));
  }

  private Set<String> urls() {
    Set<String> urls = new TreeSet<>(invitesByUrl.keySet());
    urls.retainAll(frequent(invitesByUrl));
    urls.addAll(ownRowsByUrl.keySet());
    String everywhere = everywhere();
    if (everywhere != null) {
      urls.add(everywhere);
    }
    boolean named = profileKey != null && rowsByName.containsKey(profileKey);
    if (urls.isEmpty() && !named && outgoingNames.isEmpty()) {
      frequentSender = most(rowsByName);
      String url = frequentSender == null ? null : urlByName.get(frequentSender);
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }

  /** One stray row of a damaged or merged file must not make a contact the owner. */
  private static Set<String> frequent(Map<String, Integer> counts) {
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    Set<String> kept = new HashSet<>();
    counts.forEach(
        (key, n) -> {
          if (n * 20L >= total) {
            kept.add(key);
          }
        });
    return kept;
  }

  private String everywhere() {
    String best = most(conversationsByUrl);
    if (best == null || conversationsByUrl.get(best) < OWNER_SHARE * conversations) {
      return null;
    }
    for (Map.Entry<String, Integer> other : conversationsByUrl.entrySet()) {
      if (!other.getKey().equals(best) && other.getValue() > RUNNER_UP_SHARE * conversations) {
        return null;
      }
    }
    return best;
  }

  private Set<String> names(Set<String> urls) {
    Set<String> names = new TreeSet<>();
    if (profileKey != null) {
      names.add(profileKey);
    }
    for (String url : urls) {
      if (nameByUrl.containsKey(url)) {
        names.add(LinkedInOwner.key(nameByUrl.get(url)));
      }
    }
    if (names.isEmpty()) {
      names.addAll(outgoingNames);
    }
    if (frequentSender != null) {
      names.add(frequentSender);
    }
    return names;
  }

  private Contact person(Set<String> names, Set<String> urls) {
    String url = urls.isEmpty() ? null : mostUsed(urls);
    String shown = url == null ? null : nameByUrl.get(url);
    if (profile == null) {
      String name = shown == null && !names.isEmpty() ? names.iterator().next() : shown;
      return Contact.of(name, url, null);
    }
    return new Contact(
        profile.name(),
        url,
        null,
        profile.first_name(),
        profile.last_name(),
        profile.company(),
        profile.title());
  }

  private String mostUsed(Set<String> urls) {
    Map<String, Integer> uses = new HashMap<>();
    for (String url : urls) {
      uses.put(url, conversationsByUrl.getOrDefault(url, 0) + invitesByUrl.getOrDefault(url, 0));
    }
    return most(uses);
  }

  /** The key with the highest count; of equals the first by name. */
  private static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
