/** Begins the name of a community's own field: `to.<community id>`. */
export const PLACE_PREFIX = "to.";
