/** Where an intake begins that comes from an enquiry. */
export const caseAddress = (personId: string, enquiryId: string): string => `/cases/new?person=${personId}&origin=enquiry&from=${enquiryId}`;
