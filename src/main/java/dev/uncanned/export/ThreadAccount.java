package dev.uncanned.export;

/** Our side of a conversation; the smallest id where several of us are in it. */
public record ThreadAccount(String thread_id, String account_id) {

  static final String THREAD_ID = "thread_id";
  static final String ACCOUNT_ID = "account_id";
}
