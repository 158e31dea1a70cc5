package dev.prospector.spring.web;

import dev.prospector.lead.Lead;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** So many leads of others, and not one more is asked for. */
final class FirstLeads implements Iterator<Lead> {

  private final Iterator<Lead> all;
  private long left;

  FirstLeads(Iterator<Lead> all, long most) {
    this.all = all;
    this.left = most;
  }

  @Override
  public boolean hasNext() {
    return left > 0 && all.hasNext();
  }

  @Override
  public Lead next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return all.next();
  }
}
