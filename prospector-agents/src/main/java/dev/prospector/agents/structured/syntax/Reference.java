package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Resolves a page's references against its address (RFC 3986, section 5.2), leaving every character
 * that was written as it is; a reference that cannot be resolved stays relative.
 */
public final class Reference {

  private static final Expression SCHEME = Expression.of("^[A-Za-z][A-Za-z0-9+.-]*+:");
  private static final Expression PARTS =
      Expression.of("^([A-Za-z][A-Za-z0-9+.-]*+):(//[^/?#]*+)?([^?#]*+)(\\?[^#]*+)?");
  private static final Expression REMOVED = Expression.of("[\\t\\n\\r\\f]+|^ +| +$");

  private Reference() {}

  static boolean isAbsolute(String reference) {
    return SCHEME.matcher(reference).find();
  }

  public static String resolve(String base, String written) {
    String reference = REMOVED.matcher(written).replaceAll("");
    Search parts = PARTS.matcher(base);
    if (isAbsolute(reference) || !parts.find() || !parts.has(2)) {
      return reference;
    }
    String scheme = parts.group(1) + ":";
    if (reference.startsWith("//")) {
      return scheme + reference;
    }
    String root = scheme + parts.group(2);
    String path = parts.group(3);
    String query = !parts.has(4) ? "" : parts.group(4);
    if (reference.isEmpty() || reference.startsWith("#")) {
      return root + (path.isEmpty() ? "/" : path) + query + reference;
    }
    if (reference.startsWith("?")) {
      return root + (path.isEmpty() ? "/" : path) + reference;
    }
    return root + merged(path, reference);
  }

  private static String merged(String basePath, String reference) {
    int end = reference.length();
    for (int i = 0; i < reference.length(); i++) {
      if (reference.charAt(i) == '?' || reference.charAt(i) == '#') {
        end = i;
        break;
      }
    }
    String path = reference.substring(0, end);
    if (!path.startsWith("/")) {
      path = basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
    }
    return withoutDots(path.startsWith("/") ? path : "/" + path) + reference.substring(end);
  }

  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
