/**
 * Web search: hosted and own services over HTTP, a chain of them, and BM25 over the pages of an
 * archive.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.search;
