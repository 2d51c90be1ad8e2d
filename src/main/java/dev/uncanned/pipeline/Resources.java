package dev.uncanned.pipeline;

/**
 * What a run took of the machine.
 *
 * @param peak_heap_bytes sum of the peaks of the parts of the heap: an upper bound
 * @param peak_rss_bytes peak of the resident memory of the process; null where the system does not
 *     tell
 * @param tasks_n tasks that ended
 * @param records_read rows that tasks read from files, intermediate tables among them
 * @param bytes_read bytes that tasks read from files
 * @param bytes_written bytes that tasks wrote to files
 * @param shuffle_bytes bytes that tasks wrote for others to fetch
 * @param spill_bytes bytes on disk that did not fit into memory
 * @param task_seconds sum of the running times of all tasks
 * @param skew longest against median task of the most uneven stage, of those with four tasks and a
 *     second at least; null without such
 */
public record Resources(
    long peak_heap_bytes,
    Long peak_rss_bytes,
    long tasks_n,
    long records_read,
    long bytes_read,
    long bytes_written,
    long shuffle_bytes,
    long spill_bytes,
    double task_seconds,
    Double skew) {}
