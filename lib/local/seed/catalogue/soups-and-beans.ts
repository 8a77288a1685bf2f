import { listingsOf } from './entry.ts'

export const soupsAndBeans = listingsOf('soups-and-beans', 3, [
  {
    slug: 'white-bean-and-kale-soup',
    name: 'White Bean & Kale Soup',
    tagline: 'A whole supper, if there is bread.',
    description: [
      'Cannellini beans, lacinato kale and a soffritto that was given its forty minutes. Half the beans are crushed, so the broth is thick without flour or cream.',
      'Heat it slowly and put good oil on top. Two bowls, or one large one and no guilt.',
    ],
    tags: ['vegan', 'gluten-free'],
    sizes: [
      { label: '15 oz (425 g)', sku: 'WBK-425', cents: 429 },
      { label: 'Case of 6', sku: 'WBK-425X6', cents: 2399, notAt: ['greenline'] },
    ],
    pack: 'A can of White Bean & Kale Soup with a deep green label and a band of cream waves.',
    facts: {
      Serves: '2 small bowls',
      Heat: 'Gently, 5 minutes',
      Keeps: '3 years; 3 days in the fridge once open',
      Pack: 'Steel can, BPA-free liner',
    },
    ingredients:
      'Water, cannellini beans (28%), lacinato kale (11%), onion, carrot, celery, tomato, extra virgin olive oil, garlic, sea salt, rosemary, black pepper.',
    allergens: 'Contains celery. None of the nine major allergens.',
    nutrition: [62, 1.9, 0.3, 8.1, 1.4, 2.9, 3.2, 260],
    substitutes: ['tomato-and-fennel-soup', 'boathouse-beans'],
    summary:
      'Thick soup of cannellini beans and lacinato kale with a slow soffritto. Vegan, no flour, no cream.',
    since: '2024-03-04',
  },
  {
    slug: 'sweet-corn-chowder',
    name: 'Sweet Corn Chowder',
    tagline: 'August, in a can, for February.',
    description: [
      'Corn cut from the cob within a day of picking, potatoes, cream, thyme and a smoked paprika that stays in the background. The cobs go into the stock.',
      'Oyster crackers are traditional. We will not check.',
    ],
    tags: ['gluten-free'],
    sizes: [
      { label: '15 oz (425 g)', sku: 'SCC-425', cents: 449 },
      { label: 'Case of 6', sku: 'SCC-425X6', cents: 2499, notAt: ['greenline', 'parcel-and-pantry'] },
    ],
    pack: 'A can of Sweet Corn Chowder with a soft yellow label and a band of navy waves.',
    facts: {
      Serves: '2 small bowls',
      Heat: 'Gently; do not boil',
      Keeps: '2 years; 3 days in the fridge once open',
      Pack: 'Steel can, BPA-free liner',
    },
    ingredients:
      'Corn stock (water, corn cobs), sweet corn (24%), potatoes (18%), cream (9%), onion, celery, butter, corn starch, sea salt, thyme, smoked paprika, white pepper.',
    allergens: 'Contains milk.',
    nutrition: [91, 4.3, 2.6, 11.4, 3.2, 1.3, 1.9, 285],
    substitutes: ['white-bean-and-kale-soup', 'tomato-and-fennel-soup'],
    summary: 'Corn chowder with potatoes, cream and thyme, made with corn cut within a day of picking.',
    since: '2024-08-19',
  },
  {
    slug: 'tomato-and-fennel-soup',
    name: 'Tomato & Fennel Soup',
    tagline: 'Red, plain, with something going on underneath.',
    description: [
      'Fennel cooked down until it is sweet, then tomatoes, then time. A little orange peel goes in near the end and comes out again before anyone sees it.',
      'Serve it hot with cheese on toast or cold with nothing.',
    ],
    tags: ['vegan', 'gluten-free', 'organic'],
    sizes: [
      { label: '15 oz (425 g)', sku: 'TFS-425', cents: 429 },
      { label: 'Case of 6', sku: 'TFS-425X6', cents: 2399, notAt: ['parcel-and-pantry'] },
    ],
    pack: 'A can of Tomato & Fennel Soup with a brick-red label and a band of cream waves.',
    facts: {
      Serves: '2 small bowls',
      Heat: 'Gently, 4 minutes',
      Keeps: '3 years; 4 days in the fridge once open',
      Pack: 'Steel can, BPA-free liner',
    },
    ingredients:
      'Organic tomatoes (61%), organic fennel (17%), water, organic onion, extra virgin olive oil, organic garlic, sea salt, orange peel, fennel seed, black pepper.',
    allergens: 'None of the nine major allergens.',
    nutrition: [46, 2.1, 0.3, 5.7, 4.1, 1.5, 1.1, 240],
    substitutes: ['white-bean-and-kale-soup'],
    summary: 'Organic tomato soup with slow-cooked fennel and a trace of orange peel. Vegan.',
    since: '2024-03-04',
  },
  {
    slug: 'boathouse-beans',
    name: 'Boathouse Baked Beans',
    tagline: 'Baked overnight. Not sweet, or not very.',
    description: [
      'Yellow-eye beans, mustard, molasses and an onion left whole in the pot for twelve hours. We use half the molasses our grandmothers did and all of the mustard.',
      'They want brown bread, or an egg, or both.',
    ],
    tags: ['vegan', 'gluten-free'],
    sizes: [
      { label: '16 oz (454 g)', sku: 'BHB-454', cents: 399 },
      { label: '28 oz (794 g)', sku: 'BHB-794', cents: 599 },
      { label: 'Case of 12', sku: 'BHB-454X12', cents: 4299, notAt: ['greenline'] },
    ],
    pack: 'A can of Boathouse Baked Beans with a navy label crossed by a coil of rope.',
    facts: {
      Baked: '12 hours',
      Beans: 'Yellow-eye, from Maine',
      Keeps: '3 years; 4 days in the fridge once open',
      Pack: 'Steel can, BPA-free liner',
    },
    ingredients:
      'Yellow-eye beans (52%), water, onion, molasses, dry mustard, cider vinegar, sea salt, black pepper, bay.',
    allergens: 'Contains mustard. None of the nine major allergens.',
    nutrition: [118, 0.6, 0.1, 22.4, 6.2, 5.6, 6.1, 330],
    substitutes: ['jarred-butter-beans', 'marfax-beans'],
    summary: 'Yellow-eye beans baked for twelve hours with mustard, molasses and a whole onion. Vegan.',
    since: '2024-03-04',
  },
  {
    slug: 'jarred-butter-beans',
    name: 'Jarred Butter Beans',
    tagline: 'Big, soft and in no hurry to fall apart.',
    description: [
      'Cooked in the jar with salt, bay and water, so the liquid is stock and not something to rinse off. Tip the lot into a pan with greens and call it dinner.',
      'The beans are large. Four make a respectable mouthful.',
    ],
    tags: ['vegan', 'gluten-free', 'no-added-sugar'],
    sizes: [
      { label: '20 oz (570 g)', sku: 'JBB-570', cents: 649 },
      { label: 'Three jars', sku: 'JBB-570X3', cents: 1799, notAt: ['parcel-and-pantry'] },
    ],
    pack: 'A tall glass jar of cream-colored butter beans in their broth, with a narrow green label.',
    facts: {
      Drained: '14 oz (400 g)',
      Cooked: 'In the jar, once',
      Keeps: '2 years; 3 days in the fridge once open',
      Pack: 'Glass jar, steel lid',
    },
    ingredients: 'Butter beans (70%), water, sea salt, bay.',
    allergens: 'None of the nine major allergens.',
    nutrition: [97, 0.5, 0.1, 15.8, 0.6, 6.1, 7.2, 210],
    substitutes: ['boathouse-beans', 'marfax-beans'],
    summary: 'Large butter beans cooked in the jar with bay and sea salt. The liquid is stock: keep it.',
    since: '2026-08-31',
  },
  {
    slug: 'marfax-beans',
    name: 'Dry Marfax Beans',
    tagline: 'An old Maine bean that makes its own gravy.',
    description: [
      'Small, round, mustard-brown, grown by two families who never stopped. They need a night in water and ninety minutes on the stove, and give back a broth you would pay for.',
      'This year’s crop. Old beans cook badly, so the harvest date is on the back.',
    ],
    tags: ['vegan', 'gluten-free', 'organic', 'no-added-sugar', 'new'],
    sizes: [
      { label: '16 oz (454 g)', sku: 'MFX-454', cents: 699 },
      { label: '4 lb (1.8 kg)', sku: 'MFX-1800', cents: 2299, notAt: ['greenline', 'parcel-and-pantry'] },
    ],
    pack: 'A paper-white pouch of Dry Marfax Beans with a mustard panel and rows of small beans.',
    facts: {
      Soak: 'Overnight',
      'Cooking time': '90 minutes',
      Harvest: 'September 2026',
      Pack: 'Paper pouch',
    },
    ingredients: 'Organic Marfax beans.',
    allergens: 'None of the nine major allergens. Packed where wheat is milled.',
    nutrition: [337, 1.2, 0.2, 60.7, 2.2, 15.9, 21.6, 8],
    substitutes: ['boathouse-beans', 'jarred-butter-beans'],
    summary:
      'Organic dry Marfax beans, this year’s crop: a small brown Maine heirloom with a broth of its own.',
    since: '2026-10-12',
  },
])
