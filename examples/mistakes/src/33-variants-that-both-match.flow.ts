// Where the region is "us", both stand for 'tax'.
import { node } from "icosian";
export const tax__us = node({ when: { region: "us" } }, (total: number): number => total * 0.08);
export const tax__abroad = node({ whenNot: { region: "eu" } }, (total: number): number => total * 0.1);
