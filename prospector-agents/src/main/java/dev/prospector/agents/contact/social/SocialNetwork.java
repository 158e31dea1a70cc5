package dev.prospector.agents.contact.social;

/** The social networks whose profiles are told apart. */
public enum SocialNetwork {
  LINKEDIN,
  FACEBOOK,
  INSTAGRAM,
  X,
  YOUTUBE,
  TIKTOK,
  PINTEREST,
  GITHUB,
  GOOGLE_PLUS,
  THREADS,
  VIMEO,
  FLICKR,
  XING,
  TUMBLR,
  TELEGRAM,
  YELP
}
