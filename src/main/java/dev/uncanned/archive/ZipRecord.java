package dev.uncanned.archive;

import java.time.Instant;

/**
 * One entry of a ZIP as its directory describes it; every number is a claim until it was checked.
 *
 * @param name its path, decoded; only a name
 * @param regular whether it is a plain file, no link, device or folder
 * @param folder whether it is a folder
 * @param method how it is packed: 0 not at all, 8 DEFLATE
 * @param crc CRC-32 of the unpacked bytes
 * @param packed bytes it takes in the ZIP
 * @param size bytes unpacked
 * @param start place of its first packed byte
 * @param changed when the file was changed; null if unknown
 */
record ZipRecord(
    String name,
    boolean regular,
    boolean folder,
    int method,
    long crc,
    long packed,
    long size,
    long start,
    Instant changed) {

  static final int STORED = 0;
  static final int DEFLATED = 8;
}
