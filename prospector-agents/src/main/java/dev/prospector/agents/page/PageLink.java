package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.PageRole;

/**
 * A link of a page.
 *
 * @param target the absolute target; of mail, telephone and messenger links the decoded form
 * @param text the visible text, possibly empty
 * @param cloaked whether the target was hidden from simple readers, as Cloudflare does with mail
 *     addresses
 * @param role whose voice the part of the page is in which it stands
 */
public record PageLink(String target, String text, boolean cloaked, PageRole role) {}
