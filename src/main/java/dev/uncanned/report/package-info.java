/**
 * The manager's page: one static HTML file made from the published tables.
 *
 * <p>The page must work where scripts and inline styles are blocked, as on build servers and mail
 * gateways, so it has neither: one style element allowed by its hash, and charts that are SVG
 * written here. Whatever a chart shows stands in a table beside it too.
 *
 * <p>Names, templates and file formats come from people's mail and are hostile until escaped: text
 * reaches the page only through {@code Html}, which escapes everything it is given.
 *
 * <p>A rate is shown with its n and its interval, and not at all below 30 first messages. Senders
 * are never ranked; a funnel plot tells who differs by more than chance, a list sorted by reply
 * rate mostly tells who was lucky.
 *
 * <p>Rejected: a chart library (200 to 800 kB of script for three kinds of charts), a template
 * engine (escaping depends on each author remembering it).
 */
package dev.uncanned.report;
