/**
 * What counts as relief of a carer (喘息): data of the house, not an official rule. Relieved: a service for relief, in person, with the one they care for while the
 * carer was not there. A talk: a service for relief or caring in which the carer took part. A group: the carer came to an activity or a group.
 */
export const RELIEF_RULE = { version: 1, verified: false, reliefTopics: ["relief"], talkTopics: ["relief", "caring"], inPerson: ["home", "office", "outing", "group"] } as const;
