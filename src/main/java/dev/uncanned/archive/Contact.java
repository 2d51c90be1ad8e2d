package dev.uncanned.archive;

/**
 * A person as one archive names them: everything but {@code name} may be unknown (null).
 *
 * @param name display name, as written
 * @param url LinkedIn profile, normalised to {@code linkedin.com/in/slug}
 * @param email address, trimmed and lower-cased
 * @param first_name given name, where the archive says which part it is
 * @param last_name family name, where the archive says which part it is
 * @param company employer at export time, not at sending time
 * @param title position at export time, not at sending time
 */
public record Contact(
    String name,
    String url,
    String email,
    String first_name,
    String last_name,
    String company,
    String title) {

  /** Somebody known by a display name and, perhaps, one address. */
  public static Contact of(String name, String url, String email) {
    return new Contact(name, url, email, null, null, null, null);
  }
}
