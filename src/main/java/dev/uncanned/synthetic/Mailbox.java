package dev.uncanned.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Everything in the archives of one member of the team, in the order it was thought of. */
final class Mailbox {

  final int number;
  final Person owner;
  final boolean hasMail;
  final List<Letter> letters = new ArrayList<>();
  private final Set<Letter> copies = Collections.newSetFromMap(new IdentityHashMap<>());
  private int rows;

  Mailbox(int number, Person owner, boolean hasMail) {
    this.number = number;
    this.owner = owner;
    this.hasMail = hasMail;
  }

  void add(Letter letter) {
    letters.add(letter);
    if (letter.wording().kind().inScope()) {
      rows += letter.recipients().size();
    }
  }

  /** Adds a message that the truth already has from a colleague's archive. */
  void addCopy(Letter letter) {
    letters.add(letter);
    copies.add(letter);
  }

  boolean isCopy(Letter letter) {
    return copies.contains(letter);
  }

  /** Rows of the truth so far. */
  int rows() {
    return rows;
  }
}
