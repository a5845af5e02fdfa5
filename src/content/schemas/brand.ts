/** How a brand file is written: a clinic's or club's name, contact and logo. */
import { z } from 'zod'
import type { Brand } from '../../model/document.ts'
import { text } from './fields.ts'

/** What a brand file holds; its id is its file name. */
export const brandSchema = z
  .strictObject({
    name: text('The name of the clinic or club.'),
    contact: text('How to reach it: phone, web or e-mail.'),
    logo: text('A picture in assets/.', 'assets/logos/club.svg').optional(),
  })
  .transform((it): Omit<Brand, 'id'> => ({ name: it.name, contact: it.contact, logo: it.logo }))
  .meta({ title: 'Brand', description: 'Whose handouts these are.' })
